import type { Live } from '../client/live';
import type { Session } from '../client/session';
import {
  NoticeChangesDocument,
  type NoticeFragment,
  NoticesDocument,
  ReachedDocument,
  ReadAllNoticesDocument,
  ReadNoticeDocument,
} from '../generated/operations';
import { el, setText, svg } from '../page/dom';
import type { Formats } from '../page/formats';

interface Around {
  session: Session;
  live: Live;
  formats: Formats;
  /** Something new to tell those who do not see the bell. */
  tell(text: string): void;
  failed(error: unknown): void;
}

const MOST = 20;

/** The bell: how many notifications are new, and the list of the latest. */
export function bell({ session, live, formats, tell, failed }: Around): HTMLElement {
  let notices: NoticeFragment[] = [];
  let unread = 0;
  const badge = el('span', { class: 'badge', 'aria-hidden': 'true' });
  const label = el('span', { class: 'visually-hidden' });
  const list = el('ul');
  const readAll = el('button', { type: 'button' }, 'Mark all as read');
  const heading = el('h2', { tabindex: '-1' }, 'Notifications');
  const panel = el(
    'section',
    { class: 'notices', id: 'notices', popover: 'auto', 'aria-label': 'Notifications' },
    el('header', {}, heading, readAll),
    list,
  );
  const button = el(
    'button',
    { type: 'button', class: 'bell', popovertarget: 'notices' },
    bellIcon(),
    label,
    badge,
  );
  panel.addEventListener('toggle', (event) => {
    if ((event as ToggleEvent).newState === 'open') heading.focus();
  });

  const show = () => {
    setText(label, unread ? `Notifications, ${unread} new` : 'Notifications');
    setText(badge, unread > 99 ? '99+' : String(unread));
    badge.hidden = unread === 0;
    readAll.hidden = unread === 0;
    const items = notices.map((notice) => noticeView(notice, formats, read));
    list.replaceChildren(...(items.length ? items : [el('li', { class: 'none' }, 'Nothing yet.')]));
  };
  const fetch = async () => {
    const { notifications, unreadNotificationCount } = await session.ask(NoticesDocument, {});
    notices = notifications.nodes;
    unread = unreadNotificationCount;
    show();
  };
  const read = (id: string) => {
    session
      .ask(ReadNoticeDocument, { id })
      .then(fetch)
      .then(() => heading.focus(), failed);
  };
  readAll.addEventListener('click', () => {
    session
      .ask(ReadAllNoticesDocument, {})
      .then(fetch)
      .then(() => heading.focus(), failed);
  });

  show();
  live.follow({
    document: NoticeChangesDocument,
    variables: (after) => ({ after: after ?? null }),
    async fetch() {
      const { liveCursor } = await session.ask(ReachedDocument, {});
      await fetch();
      return liveCursor;
    },
    take({ notificationReceived: { cursor, notification, unreadCount } }) {
      notices = [notification, ...notices.filter(({ id }) => id !== notification.id)].slice(0, MOST);
      unread = unreadCount;
      show();
      tell(`Notification: ${notification.title}`);
      return cursor;
    },
  });
  return el('div', { class: 'bell-place' }, button, panel);
}

function noticeView(notice: NoticeFragment, formats: Formats, read: (id: string) => void): HTMLElement {
  const { id, title, message, type, createdAt, readAt } = notice;
  const item = el(
    'li',
    { class: readAt ? 'notice' : 'notice new' },
    el('h3', {}, title),
    el('p', {}, message),
    el('time', { datetime: createdAt }, formats.short(createdAt)),
    !readAt &&
      el(
        'button',
        { type: 'button', onclick: () => read(id), 'aria-label': `Mark as read: ${title}` },
        'Read',
      ),
  );
  item.dataset.type = type;
  return item;
}

const BELL = 'M12 3a6 6 0 0 0-6 6v4l-2 3.5V18h16v-1.5L18 13V9a6 6 0 0 0-6-6zm-2.2 16.5a2.3 2.3 0 0 0 4.4 0z';

function bellIcon(): SVGElement {
  return svg('svg', { class: 'icon', viewBox: '0 0 24 24', 'aria-hidden': 'true' }, svg('path', { d: BELL }));
}
