import { signIn } from './board/sign-in';
import { Workshop } from './board/workshop';
import { Problem } from './client/graph';
import { Session } from './client/session';
import { ViewerDocument, type ViewerQuery } from './generated/operations';
import { el } from './page/dom';

const CENTRE = 'liftbay.board.centre';
const TRY_AGAIN_MS = 3_000;

const place = document.body;
const session = new Session();
let workshop: Workshop | null = null;
let hasEnded = false;

async function begin(): Promise<void> {
  if (!(await session.resume())) await signIn(session, place, null);
  await open();
}

async function open(): Promise<void> {
  const { me } = await session.ask(ViewerDocument, {});
  hasEnded = false;
  show(me, localStorage.getItem(CENTRE));
}

function show(viewer: ViewerQuery['me'], wanted: string | null): void {
  const ids = viewer.serviceCentres.map(({ id }) => id);
  const centreId = ids.find((id) => id === wanted) ?? ids[0] ?? null;
  workshop?.close();
  workshop = new Workshop(session, viewer, centreId, () => untilReached(open));
  workshop.show(place, (id) => {
    localStorage.setItem(CENTRE, id);
    show(viewer, id);
  });
}

/** The server may be starting still: we wait for it. */
async function untilReached(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    place.replaceChildren(el('main', { class: 'front' }, el('p', { role: 'status' }, error.message)));
    setTimeout(() => untilReached(work), TRY_AGAIN_MS);
  }
}

session.addEventListener('end', () => {
  if (!workshop || hasEnded) return;
  hasEnded = true;
  workshop.close();
  workshop = null;
  const notice = 'You are signed out.';
  void untilReached(() => signIn(session, place, notice).then(open));
});

void untilReached(begin);
