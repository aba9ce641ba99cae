import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Public, SignedIn } from '../../../shared/access/permission';
import type { Row } from '../../../shared/database/readable';
import { type Connection, connectionOf, PageArgs } from '../../../shared/paging';
import { Context } from '../../../shared/subgraph/context';
import { Session } from '../identity/session.entity';
import { login } from './login';
import { LoginInput } from './login.input';
import { logout } from './logout';
import { ownSessions, revokeSession } from './own-sessions';
import { refreshSession } from './refresh-session';
import { LoginPayload, RefreshPayload } from './sign-in.types';

export const SessionConnection = connectionOf(Session, 'Session');

@Resolver(() => Session)
export class SignInResolver {
  @Mutation(() => LoginPayload, {
    description:
      'Signs in with e-mail or phone. Ten attempts on an account and fifty from an address in a quarter of an hour; a sign-in that succeeds clears the account’s count.',
  })
  @Public()
  login(
    @Arg('input', { description: 'Who, and how they show it.' }) input: LoginInput,
    @Ctx() context: Context,
  ): Promise<LoginPayload> {
    return login(context, input);
  }

  @Mutation(() => RefreshPayload, {
    description:
      'Exchanges the refresh token for the next one and a new access token. Tabs that do so at the same moment get the same one; a token used again later ends the session.',
  })
  @Public()
  refreshSession(
    @Arg('refreshToken', () => String, {
      nullable: true,
      description: 'Leave it out when it is in the cookie.',
    })
    refreshToken: string | null,
    @Ctx() context: Context,
  ): Promise<RefreshPayload> {
    return refreshSession(context, refreshToken);
  }

  @Mutation(() => Boolean, {
    description:
      'Ends the session of the access token, or of the refresh token when the other has run out, and clears the cookie. Always true.',
  })
  @Public()
  logout(
    @Arg('refreshToken', () => String, {
      nullable: true,
      description: 'Leave it out when it is in the cookie.',
    })
    refreshToken: string | null,
    @Ctx() context: Context,
  ): Promise<boolean> {
    return logout(context, refreshToken);
  }

  @Query(() => SessionConnection, { description: 'Where you are signed in, the latest sign-in first.' })
  @SignedIn()
  sessions(@Args() page: PageArgs, @Ctx() context: Context): Promise<Connection<Session>> {
    return ownSessions(context, page);
  }

  @Mutation(() => Boolean, {
    description:
      'Signs out one of your sessions, or one of a user whom you manage (`users:update`). It ends at once.',
  })
  @SignedIn()
  revokeSession(
    @Arg('id', () => ID, { description: 'The session.' }) id: string,
    @Ctx() context: Context,
  ): Promise<boolean> {
    return revokeSession(context, id);
  }

  @FieldResolver(() => Boolean, { description: 'Whether it is the session that asks.' })
  current(@Root() session: Row<Session>, @Ctx() context: Context): boolean {
    return session.id === context.identity.sessionId;
  }
}
