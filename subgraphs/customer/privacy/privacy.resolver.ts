import { Length, Matches } from 'class-validator';
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import { Permission } from '../../../shared/access/permission';
import type { Row } from '../../../shared/database/readable';
import { Reads } from '../../../shared/database/reads';
import { SUBGRAPHS } from '../../../shared/environment';
import { Context } from '../../../shared/subgraph/context';
import { Customer } from '../crm/customer.entity';
import { File } from '../files/file.entity';
import { files } from '../files/file.loader';
import { User } from '../identity/user.entity';
import { users } from '../identity/user.loader';
import { CustomerDataExport } from './customer-data-export.entity';
import { CustomerErasure } from './customer-erasure.entity';
import { eraseCustomer } from './erase-customer';
import { DataExportPart, ErasureReport } from './erasure-report.type';
import { exportCustomerData } from './export-customer-data';
import { dataExports, erasures } from './privacy.loader';

const NEWEST = { by: ['createdAt' as const], descending: true };

@ArgsType()
class EraseArgs {
  @Field(() => ID, { description: 'The customer.' })
  customerId!: string;

  @Field({ description: 'Why, such as a request and its date; without names, for it is kept.' })
  @Length(1, 1000)
  @Matches(/\S/, { message: 'this cannot be blank' })
  reason!: string;
}

@Resolver(() => CustomerDataExport)
export class CustomerDataExportResolver {
  @Mutation(() => CustomerDataExport, {
    description:
      'Begins a copy of everything that is kept about a customer, and answers at once; read how far it is, and the ' +
      'file, from `Customer.dataExports`. One that is under way is answered with again.',
  })
  @Permission('customers:export')
  exportCustomerData(
    @Arg('customerId', () => ID, { description: 'The customer.' }) customerId: string,
    @Arg('idempotencyKey', () => String, {
      nullable: true,
      description: 'Makes a repeated call return the first result.',
    })
    idempotencyKey: string | null,
    @Ctx() context: Context,
  ): Promise<CustomerDataExport> {
    return exportCustomerData(context, customerId, idempotencyKey);
  }

  @Reads<CustomerDataExport>('collected')
  @FieldResolver(() => [DataExportPart], { description: 'The parts of the program, and which are done.' })
  parts(@Root() { collected }: Row<CustomerDataExport>): DataExportPart[] {
    return SUBGRAPHS.map((part) => ({ part, done: collected.includes(part) }));
  }

  @Reads<CustomerDataExport>('fileId')
  @FieldResolver(() => File, {
    nullable: true,
    description: 'The file, as JSON, for who asked for it; null for others, and unless it is `READY`.',
  })
  @Permission('files:read')
  file(@Root() { fileId }: Row<CustomerDataExport>, @Ctx() context: Context): Promise<File | null> | null {
    return fileId ? context.load(files, fileId) : null;
  }

  @Reads<CustomerDataExport>('requestedById')
  @FieldResolver(() => User, { nullable: true, description: 'Who asked for it; null when not yours to see.' })
  @Permission('users:read')
  requestedBy(
    @Root() { requestedById }: Row<CustomerDataExport>,
    @Ctx() context: Context,
  ): Promise<User | null> | null {
    return requestedById ? context.load(users, requestedById) : null;
  }
}

@Resolver(() => CustomerErasure)
export class CustomerErasureResolver {
  @Mutation(() => CustomerErasure, {
    description:
      'Erases a customer for good: name, addresses, words, account, files and messages go, in every part of the ' +
      'program; what has to stay stays without the person. CONFLICT while a job or an appointment of theirs is open. Again: the first answer.',
  })
  @Permission('customers:erase')
  eraseCustomer(
    @Args() { customerId, reason }: EraseArgs,
    @Ctx() context: Context,
  ): Promise<CustomerErasure> {
    return eraseCustomer(context, customerId, reason);
  }

  @Reads<CustomerErasure>('reports')
  @FieldResolver(() => [ErasureReport], { description: 'What each part of the program erased and kept.' })
  reports(@Root() { reports }: Row<CustomerErasure>): ErasureReport[] {
    return SUBGRAPHS.map((part) => {
      const report = reports[part];
      return {
        part,
        done: Boolean(report),
        erased: Object.entries(report?.erased ?? {}).map(([what, many]) => ({ what, many })),
        kept: report?.kept ?? [],
      };
    });
  }

  @Reads<CustomerErasure>('requestedById')
  @FieldResolver(() => User, { nullable: true, description: 'Who did it; null when not yours to see.' })
  @Permission('users:read')
  requestedBy(
    @Root() { requestedById }: Row<CustomerErasure>,
    @Ctx() context: Context,
  ): Promise<User | null> | null {
    return requestedById ? context.load(users, requestedById) : null;
  }
}

@Resolver(() => Customer)
export class CustomerPrivacyResolver {
  @Reads<Customer>('id')
  @FieldResolver(() => [CustomerDataExport], {
    nullable: true,
    description: 'The copies of their data that were asked for, the latest first.',
  })
  @Permission('customers:export')
  dataExports(@Root() customer: Row<Customer>, @Ctx() context: Context): Promise<CustomerDataExport[]> {
    return context.childrenOf(dataExports, 'customerId', customer.id, NEWEST);
  }

  @Reads<Customer>('id')
  @FieldResolver(() => CustomerErasure, {
    nullable: true,
    description: 'What was erased of them and what was kept; null while they are not erased.',
  })
  @Permission('customers:erase')
  async erasure(@Root() customer: Row<Customer>, @Ctx() context: Context): Promise<CustomerErasure | null> {
    const [erasure] = await context.childrenOf(erasures, 'customerId', customer.id, NEWEST);
    return erasure ?? null;
  }
}
