import { connectionOf } from '../../../shared/paging';
import { CounterOrder } from './counter-order.entity';

export const CounterOrderConnection = connectionOf(CounterOrder, 'CounterOrder');
