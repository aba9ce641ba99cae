import { track } from './track/tracking';

track(document.body);
