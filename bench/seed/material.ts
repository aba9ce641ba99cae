import { CARS, CITIES, COLOURS, COMPLAINTS, FIRST_NAMES, LAST_NAMES } from '../../program/demo/material';

/** What the demo shop is made of is too little for forty thousand people: a search would find thousands. */
const MORE_FIRST_NAMES =
  'Alessandro Alessia Andrea Anna Antonio Arianna Beatrice Camilla Carlo Caterina Claudia Cristina Daniele Enrico ' +
  'Fabio Federica Filippo Francesca Gabriele Giacomo Giorgia Giovanni Giuseppe Ilaria Laura Leonardo Lorenzo ' +
  'Lucia Manuela Marta Martina Matteo Michele Nicola Nicoletta Paola Pietro Riccardo Roberta Salvatore Serena ' +
  'Silvia Simone Stefano Tommaso Valentina Valerio Vincenzo Vittoria Yusuf';

const STEMS =
  'Albert Barb Bell Ben Bert Bonf Bor Calv Camp Cast Cav Cer Col Corn Cost Cris Dall Don Fab Fald Far Fer Gal ' +
  'Gamb Gar Gatt Ghed Gherard Lamb Lanz Lomb Malag Mar Mont Mor Mur Negr Oliv Pag Pal Pell Poll Quart Rav Ric ' +
  'Sab Salv Sant Sart Serr Sor Tass Tor Vacc Vald Vecch Venz Vit Zambr Zan';
const ENDINGS = 'ani ari elli essi etti iani ieri igoni ini oli oni ucci';

const words = (text: string): string[] => text.split(' ');

export const MATERIAL: Readonly<Record<string, readonly string[]>> = {
  first_names: [...FIRST_NAMES, ...words(MORE_FIRST_NAMES)],
  last_names: [
    ...LAST_NAMES,
    ...words(STEMS).flatMap((stem) => words(ENDINGS).map((ending) => stem + ending)),
  ],
  makes: CARS.map(([make]) => make),
  models: CARS.map(([, model]) => model),
  colours: COLOURS,
  complaints: COMPLAINTS,
  cities: CITIES,
};
