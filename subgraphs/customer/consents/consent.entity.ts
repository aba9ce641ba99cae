import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Permission } from '../../../shared/access/permission';
import { Personal } from '../../../shared/access-log/personal';
import { sealed } from '../../../shared/database/sealed';
import { TenantRecord } from '../../../shared/entity';
import { MessageChannel } from '../messages/channels';

export enum ConsentPurpose {
  SERVICE = 'SERVICE',
  MARKETING = 'MARKETING',
}
registerEnumType(ConsentPurpose, {
  name: 'ConsentPurpose',
  description: 'What somebody says yes or no to.',
  valuesConfig: {
    SERVICE: { description: 'To be written to at all: about their appointments, work and invoices.' },
    MARKETING: { description: 'To be sent advertising.' },
  },
});

export enum ConsentSource {
  IN_PERSON = 'IN_PERSON',
  PHONE = 'PHONE',
  FORM = 'FORM',
  PORTAL = 'PORTAL',
  REPLY = 'REPLY',
  IMPORT = 'IMPORT',
}
registerEnumType(ConsentSource, {
  name: 'ConsentSource',
  description: 'How somebody said it.',
  valuesConfig: {
    IN_PERSON: { description: 'At the desk.' },
    PHONE: { description: 'On the phone.' },
    FORM: { description: 'On a form that they signed or sent.' },
    PORTAL: { description: 'Signed in with their own account.' },
    REPLY: { description: 'By answering a message with a word such as STOP or START.' },
    IMPORT: { description: 'Taken over from another system.' },
  },
});

@ObjectType({
  description:
    'What a customer said, once, about being written to on a channel. Nothing of it is changed later; the latest counts.',
})
@Permission('customers:read')
@Entity({ schema: 'customer', name: 'consent' })
export class Consent extends TenantRecord {
  @Column('uuid')
  customerId!: string;

  @Field(() => MessageChannel, { description: 'The channel that it is about.' })
  @Column('text')
  channel!: MessageChannel;

  @Field(() => ConsentPurpose, { description: 'What it is about.' })
  @Column('text')
  purpose!: ConsentPurpose;

  @Field({ description: 'Whether they said yes.' })
  @Column('boolean')
  given!: boolean;

  @Field(() => ConsentSource, { description: 'How they said it.' })
  @Column('text')
  source!: ConsentSource;

  @Field(() => String, {
    nullable: true,
    description: 'What shows it: the words, the form, the number of the call.',
  })
  @Personal()
  @Column('text', { nullable: true, transformer: sealed('customer.consent.evidence') })
  evidence!: string | null;

  @Field({ description: 'When they said it.' })
  @Column({ type: 'timestamptz', precision: 3 })
  occurredAt!: Date;

  @Column('uuid', { nullable: true })
  recordedBy!: string | null;
}
