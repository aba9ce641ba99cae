/** In lower case and without decoration: numbers and signs around a word are taken off before it is looked up. */
export const COMMON_PASSWORDS: ReadonlySet<string> = new Set(
  `
  0123456789 01234567890 012345678910 0987654321 09876543210 1029384756 1122334455 11223344556677 112233445566
  1212121212 123123123 1231231231 123123123123 1234512345 12345654321 1234567890 12345678900 12345678901
  123456789012 12345678910 1234567891011 123456789123 123456789a 1234567899 12345678987654321 12345qwert
  123456qwerty 123qweasdzxc 1234qwerasdf 147258369 1472583690 159357 159753456852 159357456852 147852369
  1q2w3e4r 1q2w3e4r5t 1q2w3e4r5t6y 1q2w3e4r5t6y7u 1qaz2wsx 1qaz2wsx3edc 1qazxsw2 1qaz2wsx3edc4rfv
  2wsx3edc4rfv 3edc4rfv 741852963 7418529630 789456123 7894561230 963852741 987654321 9876543210 98765432100
  q1w2e3r4 q1w2e3r4t5 q1w2e3r4t5y6 qazwsx qazwsxedc qazwsxedcrfv qazxsw qweasd qweasdzxc qweqwe qweqweqwe
  qwer qwert qwerty qwertyu qwertyui qwertyuio qwertyuiop qwertyuiopasdf qwertyqwerty qwertz qwertzuiop
  azerty azertyuiop asdf asdfg asdfgh asdfghj asdfghjk asdfghjkl asdfghjklqwerty asdfasdf asdasd asdasdasd
  asdqwe zxcvbn zxcvbnm zxcvbnmasdfghjkl zxcv zxczxc poiuytrewq lkjhgfdsa mnbvcxz ytrewq
  a1b2c3d4 a1b2c3d4e5 a1b2c3d4e5f6 aa123456 abc abcabc abcd abcde abcdef abcdefg abcdefgh abcdefghi abcdefghij
  abcdefghijk abc123 abc123abc abc123456 abcd1234 abcd1234abcd abc123def456

  access account admin adminadmin adminroot administrator administrador adobe affection alexander alexandra amanda
  america amsterdam andrea andrew angel angela angels animal anthony apple april arsenal ashley august austin
  australia autumn babygirl bailey banana barcelona barney baseball basketball batman bismillah blahblah blessed
  blessing blink bond bonjour boomer booboo boston brandon brittany brooklyn bubbles buster butterfly butterflies
  california camaro canada carlos caroline charlie charlotte cheese chelsea chester chicago chicken chocolate
  christ christian christina christopher cinderella changeit changeme changemenow changethis chargers cocacola
  college computer computers confidential cookie cookies corvette cowboys cricket crystal cupcake
  dallas daniel danielle darkness database december default defaultpassword denver destiny detroit diamond
  diamonds dolphin dolphins donald dragon dragons dragonball eagles edward einstein elephant elizabeth emmanuel
  england eternity everton everything example facebook falcon family fashion february ferrari fireball firebird
  fitness flamingo florida flower flowers football forever forget forgetmenot france freedom friday friend
  friends friendship fuckoff fuckyou gangster garfield gateway genesis george germany gibson ginger giants
  gloria godisgood godislove google grandma guardian guest guitar hannah happiness happy harley harrypotter
  heaven hello hellokitty hellohello helloworld highschool hockey holiday honda hotmail hottie hunter
  iamgod iceman ihateyou iloveu iloveyou iloveme iloveyousomuch iloveyoubaby iloveyouforever immortal infinity
  inlove instagram internet invincible ireland islam israel jackson jackass january jasmine jeffrey jennifer
  jessica jesus jesuschrist jesusislord jesuslovesme johncena jonathan jordan jordanjordan joseph joshua juice
  july june justin justinbieber katherine kawasaki keyboard killer kimberly kingdom kingkong knight kristina
  ladybug lakers lancelot lasvegas lauren legend leonardo letmein letmeinnow letmeinplease liberty lifeisgood
  linkedin liverpool london loveisblind lovelove lovely lovelife loveme lover loveyou loveyouforever lucky
  maggie makemoney manager manchester manchesterunited manutd march margarita marina marlboro martin master
  masterkey matrix matthew maverick mercedes merlin mexico michael michaeljackson michelle michigan mickey
  mickeymouse microsoft midnight minecraft mississippi mohammed monday money monkey monkeys monster montana
  moonlight mother motherfucker motorola mountain mustang mustangs myfamily mylove mynameis mypassword
  mysecret myspace natalie natasha newcastle newpassword newyork nicholas nicole nintendo nirvana nissan
  nothing november nuggets october office oliver orange orlando packers panther panthers paradise parola pass
  passion passw0rd passwd passwort passwordpassword passpass passphrase password passwords password1password
  passwordisthis peaches peanut pepper philips phoenix pineapple playboy player playstation please pokemon
  popcorn portugal precious president princess princesa private programmer prettygirl pumpkin purple pussy
  rainbow rainbows ranger rangers raiders realmadrid rebecca redskins redsox remember richard robert rockstar
  rockyou rocky root rootroot rosebud russia samantha samsung sandra saturday scarface school scooby scorpion
  secret secretpassword security september server service shadow shalom shannon shopping silver skyline skywalker
  slipknot snoopy snowball soccer softball soldier spiderman spongebob spring starwars steelers stephanie
  steven strawberry student summer summertime sunday sunflower sunshine superman supernatural superstar
  support survivor sweden sweetheart sweety sweetie swordfish sysadmin system taylor teacher teamo temp
  temporary tennis teresa test tester testing testpassword testtest testuser thebeatles thebest theking
  thomas thunder thursday tiffany tigers tinkerbell tinkerbelle titanic topsecret toyota trinity trouble
  trustnoone trustno tuesday turtle twilight twitter undertaker unicorn united universe user username valentina
  valentine vanessa victoria victory viktoria virginia volleyball wallpaper warcraft warrior warriors wednesday
  welcome welcomehome welcometo whatever whatsapp william willow windows winner winston winter wizard wolverine
  wonderful woodland wrestling xbox yahoo yamaha yankees yellow zaq1zaq1 zaq12wsx zxcvbnmzxcvbnm
  correcthorsebatterystaple
  `
    .trim()
    .split(/\s+/),
);
