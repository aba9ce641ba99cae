import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { User } from '../identity/user.entity';

export enum TokenDelivery {
  COOKIE = 'COOKIE',
  BODY = 'BODY',
}
registerEnumType(TokenDelivery, {
  name: 'TokenDelivery',
  description: 'How the refresh token comes.',
  valuesConfig: {
    COOKIE: { description: 'In an HTTP-only cookie, out of reach of scripts: for browsers.' },
    BODY: { description: 'In the answer, as `refreshToken`: for programs that keep it safe themselves.' },
  },
});

@ObjectType({ description: 'What a refreshed session goes on with.' })
export class RefreshPayload {
  @Field({ description: 'Send it as `Authorization: Bearer …`. Good for 15 minutes.' })
  accessToken!: string;

  @Field({ description: 'When the access token ends. Call `refreshSession` before.' })
  expiresAt!: Date;

  @Field(() => String, {
    nullable: true,
    description: 'For the next `refreshSession`, once. Null when it came as a cookie.',
  })
  refreshToken!: string | null;
}

@ObjectType({ description: 'A sign-in that succeeded.' })
export class LoginPayload extends RefreshPayload {
  @Field(() => User, { description: 'Who signed in.' })
  user!: User;
}

@ObjectType({ description: 'What a link opens without an account: one record, for a short while.' })
export class LinkSession {
  @Field({ description: 'Send it as `Authorization: Bearer …`.' })
  accessToken!: string;

  @Field({
    description: 'When the access token ends: after 30 minutes, or with the link. Open the link again.',
  })
  expiresAt!: Date;

  @Field({ description: 'What the link is for, such as `CUSTOMER_INVITATION`.' })
  purpose!: string;

  @Field({ description: 'Type of the record that it opens, such as `Customer`.' })
  recordType!: string;

  @Field(() => ID, { description: 'The record that it opens.' })
  recordId!: string;
}

@ObjectType({ description: 'An invitation that was sent.' })
export class Invitation {
  @Field(() => ID, { description: 'The link in it; pass it to `revokeLink` to take the invitation back.' })
  linkId!: string;

  @Field({ description: 'When the link ends.' })
  expiresAt!: Date;
}

@ObjectType({ description: 'A second factor that waits for its first code.' })
export class MfaEnrollment {
  @Field({ description: 'The secret in base32, to type into an authenticator.' })
  secret!: string;

  @Field({ description: 'The same as an address for a QR code.' })
  otpauthUrl!: string;
}

@ObjectType({ description: 'The codes for when the authenticator is lost.' })
export class RecoveryCodes {
  @Field(() => [String], { description: 'Each works once. They are shown now and never again.' })
  recoveryCodes!: string[];
}
