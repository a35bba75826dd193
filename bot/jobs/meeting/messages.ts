import { meetingNews, type MeetingNews } from '../../cards/index.ts';
import { meetingCardView } from '../../views/meeting/meetingCard.ts';
import { toReader, type Making } from '../frame/making.ts';

const telling = (news: MeetingNews): Making => ({
  async make(context, { about }, tab) {
    const view = await meetingCardView(context, about.id);
    // Cancelled meanwhile: that is told, and nothing before it.
    if (view.cancelled && news !== 'cancelled') return { cancelled: 'over' };
    return { message: meetingNews(view, news, toReader(context, tab)) };
  },
});

export const meetingMessages = {
  meetingCalled: telling('called'),
  meetingChanged: telling('changed'),
  meetingCancelled: telling('cancelled'),
} satisfies Record<string, Making>;
