import { InputType } from 'type-graphql';
import { LogFilter } from './log-filter.input';

@InputType({ description: 'Which reads of personal data. Everything given must hold.' })
export class AccessLogFilter extends LogFilter {}
