/** What a shop's first template says, in the languages that there are texts in. */
type InWords = readonly [en: string, it: string, sw: string];
const LANGUAGES: readonly string[] = ['en', 'it', 'sw'];

export const NAME: InWords = ['Multi-point check', 'Controllo generale', 'Ukaguzi wa jumla'];

export const SECTIONS = {
  OUTSIDE: ['Outside and lights', 'Esterno e luci', 'Nje na taa'],
  TYRES: ['Tyres', 'Pneumatici', 'Matairi'],
  BRAKES: ['Brakes', 'Freni', 'Breki'],
  ENGINE: ['Under the bonnet', 'Vano motore', 'Chini ya boneti'],
  UNDERNEATH: ['Underneath', 'Sottoscocca', 'Chini ya gari'],
  INSIDE: ['Inside and on the road', 'Interno e prova su strada', 'Ndani na barabarani'],
} as const satisfies Record<string, InWords>;

export const ITEMS = {
  BODYWORK: ['Bodywork', 'Carrozzeria', 'Bodi'],
  WINDSCREEN: ['Windscreen and mirrors', 'Parabrezza e specchietti', 'Kioo cha mbele na vioo vya pembeni'],
  WIPERS: ['Wipers and washers', 'Tergicristalli e lavavetri', 'Waipa na maji ya kuoshea kioo'],
  LIGHTS_FRONT: ['Lights in front', 'Luci anteriori', 'Taa za mbele'],
  LIGHTS_REAR: ['Lights behind', 'Luci posteriori', 'Taa za nyuma'],
  TREAD_FRONT_LEFT: ['Tread, front left', 'Battistrada anteriore sinistro', 'Kina cha tairi, mbele kushoto'],
  TREAD_FRONT_RIGHT: ['Tread, front right', 'Battistrada anteriore destro', 'Kina cha tairi, mbele kulia'],
  TREAD_REAR_LEFT: ['Tread, rear left', 'Battistrada posteriore sinistro', 'Kina cha tairi, nyuma kushoto'],
  TREAD_REAR_RIGHT: ['Tread, rear right', 'Battistrada posteriore destro', 'Kina cha tairi, nyuma kulia'],
  TYRES: ['Condition and age of the tyres', 'Stato ed età degli pneumatici', 'Hali na umri wa matairi'],
  SPARE_WHEEL: ['Spare wheel or repair kit', 'Ruota di scorta o kit', 'Tairi la akiba au vifaa vya kuziba'],
  PADS_FRONT: ['Brake pads in front', 'Pastiglie anteriori', 'Pedi za breki za mbele'],
  PADS_REAR: ['Brake pads behind', 'Pastiglie posteriori', 'Pedi za breki za nyuma'],
  DISCS: ['Discs and drums', 'Dischi e tamburi', 'Diski na ngoma za breki'],
  BRAKE_FLUID: ['Brake fluid', 'Liquido freni', 'Mafuta ya breki'],
  PARKING_BRAKE: ['Parking brake', 'Freno di stazionamento', 'Breki ya mkono'],
  ENGINE_OIL: ['Engine oil', 'Olio motore', 'Mafuta ya injini'],
  COOLANT: ['Coolant and hoses', 'Liquido di raffreddamento e manicotti', 'Kipoza injini na mipira yake'],
  BELTS: ['Belts', 'Cinghie', 'Mikanda'],
  AIR_FILTER: ['Air filter', 'Filtro aria', 'Chujio la hewa'],
  BATTERY: ['Battery at rest', 'Batteria a riposo', 'Betri ikiwa imetulia'],
  SUSPENSION: ['Suspension and dampers', 'Sospensioni e ammortizzatori', 'Saspensheni na shoki'],
  STEERING: ['Steering', 'Sterzo', 'Usukani'],
  EXHAUST: ['Exhaust', 'Scarico', 'Ekzosi'],
  LEAKS: ['Does anything leak?', 'Ci sono perdite?', 'Je, kuna kinachovuja?'],
  WARNING_LIGHTS: ['Is a warning light on?', 'Ci sono spie accese?', 'Je, kuna taa ya onyo inayowaka?'],
  SEAT_BELTS: ['Seat belts', 'Cinture di sicurezza', 'Mikanda ya usalama'],
  HORN: ['Horn', 'Clacson', 'Honi'],
  AIR_CONDITIONING: ['Air conditioning', 'Climatizzatore', 'Kiyoyozi'],
  ROAD_TEST: ['What the road test showed', 'Esito della prova su strada', 'Matokeo ya majaribio barabarani'],
} as const satisfies Record<string, InWords>;

/** `it-IT` → Italian; English where there is no text in the language. */
export function wordsIn(locale: string): (words: InWords) => string {
  const found = LANGUAGES.indexOf(locale.split('-')[0]!.toLowerCase());
  return (words) => words[Math.max(0, found)]!;
}
