import { Column, Entity } from 'typeorm';
import { TenantRecord } from '../../../shared/entity';
import type { DashboardWidget } from './dashboard.type';

/** How one user wants to see the dashboard. */
@Entity({ schema: 'reporting', name: 'dashboard_layout' })
export class DashboardLayout extends TenantRecord {
  @Column('uuid')
  userId!: string;

  @Column('jsonb')
  widgets!: DashboardWidget[];
}
