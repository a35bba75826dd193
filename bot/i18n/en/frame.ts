export const frameWords = {
  'card.cut': '… (read the rest in the tab)',
  'card.more': '… {count} more in the tab',
  'card.openTab': 'Open in the tab',
  'card.refresh': 'Refresh',
  'card.yourOrganisation': 'your organisation',
  'card.subject.goal': 'procurement goal {number}',
  'card.subject.new': 'new procurement goal',
  'card.kept.text': 'Your comment (not saved)',
  'card.kept.proposedChange': 'Your proposed new text (not saved)',
  'card.kept.reservation': 'Your political reservation (not saved)',
  'card.kept.statement': 'Your minority statement (not saved)',
  'card.kept.cut': 'The text is too long to be shown in full here.',
  'card.refusal.summary': 'This was not done',
  'card.apology.heading': 'Something went wrong on our side',
  'card.apology.said':
    'Nothing has been changed. Try again in a moment. If it happens again, write to the secretariat and give the number.',
  'card.unknown.heading': 'We do not know yet whether it was saved',
  'card.unknown.said':
    'The line broke while it was being saved. Open the card or the case again and look before you repeat it.',
  'card.unknown.plainText':
    'We do not know yet whether it was saved. Look before you repeat it. Number: {requestId}',
  'card.apology.number': 'Number: {requestId}',
  'card.apology.plainText': 'Something went wrong on our side. Nothing has been changed. Number: {requestId}',
  'notice.privacy': 'Personal data',
  'notice.terms': 'Terms of use',
  'notice.operator.none': "The partnership's secretariat",
  'notice.contact.mail': 'Write to {mail}.',
  'notice.contact.none': 'Write to the secretariat.',
  'notice.privacy.responsible': 'Who is responsible',
  'notice.privacy.responsible.text':
    '{operator} runs this app for the {partnership} and is responsible for the data that it handles.',
  'notice.privacy.stored': 'What is stored',
  'notice.privacy.stored.person':
    'About people: name, mail address, organisation, role in the partnership, language, and the id that you have in Microsoft Entra.',
  'notice.privacy.stored.work':
    "About the work: comments and answers to hearings, the organisation's ballot, attendance in the steering group, which messages were sent to whom, and a trail of who did what and when.",
  'notice.privacy.stored.not':
    'The app does not read your chats: it sees only what you write to it, and what you press in its cards. It sets no cookies and does not track you.',
  'notice.privacy.whom': 'Who sees it',
  'notice.privacy.whom.text':
    "The partnership's members and the secretariat, each by their role. Other organisations' comments and answers in an internal hearing are shown to members only when its deadline has passed, and how others voted only when the vote is closed.",
  'notice.privacy.whom.microsoft':
    'Cards and messages are carried by Microsoft Teams, sign-in by Microsoft Entra and mails by Microsoft 365, under the agreement that the responsible body has with Microsoft. Nobody else is given anything by the app.',
  'notice.privacy.long': 'How long',
  'notice.privacy.long.text':
    "The app deletes no case, and what stands in a case's trail cannot be changed: it is the ground of the partnership's decisions. How long it must be kept is decided by the responsible body, under the rules for the archives of public authorities.",
  'notice.privacy.long.short': "The server's log holds no names, no text of cards and no access tokens.",
  'notice.privacy.rights': 'Your rights',
  'notice.privacy.rights.text':
    'You can ask to see what is stored about you, and to have it corrected, deleted or restricted as far as the law gives that right. {contact} You can complain to the Danish Data Protection Agency (Datatilsynet).',
  'notice.terms.who': 'Who may use the app',
  'notice.terms.who.text':
    "People whom the secretariat has registered for one of the partnership's organisations. Access is personal and follows your account in Microsoft Teams.",
  'notice.terms.meaning': 'What a press of a button means',
  'notice.terms.meaning.text':
    'A comment, an answer or a ballot that you give in the app is given on behalf of your organisation, and is recorded with your name and the time. You act within the mandate that you have from home.',
  'notice.terms.deadline': 'Deadlines',
  'notice.terms.deadline.text':
    "Deadlines are in Danish time, measured by the server's clock. If the app does not work when a deadline is near, tell the secretariat before it has passed: it can record an answer or a ballot for you.",
  'notice.terms.open': 'Openness',
  'notice.terms.open.text':
    'What you write may be covered by access to documents at the authorities that receive it. Write no sensitive personal data in a comment or an answer.',
  'notice.terms.asIs': 'Liability',
  'notice.terms.asIs.text':
    '{operator} runs the app for the {partnership}. It is provided as it is: there is no guarantee that it is always up. The program is open source under the MIT licence.',
  'notice.terms.contact': 'Questions',
  'notice.terms.contact.text': '{contact}',
  'notice.privacy.stored.ownCalendar':
    'If you ask the app to fill in an answer from your calendar, it asks Microsoft in your name when you are busy at the times on offer. You must have allowed this at Microsoft first, and what it is told is not kept. You can take your permission back at any time on Microsoft’s page “My Apps”.',
  'problem.missing': '{field} is missing',
  'problem.tooLong': '{field} is too long (at most {most} characters)',
  'problem.tooMany': '{field}: there are too many (at most {most})',
  'problem.time': '{field} is not a date and time that exists in Denmark',
  'problem.choice': '{field} is not one of the choices',
  'problem.unreadable': '{field} holds characters that cannot be kept',
  'problem.joinLink':
    '{field} does not lead to a Teams meeting (it begins with https://teams.microsoft.com/)',
  'problem.form': '{field} has not the right form',
  'field.title': 'the title',
  'field.text': 'the text',
  'field.letter': 'the letter',
  'field.motion': 'the motion',
  'field.statement': 'the minority statement',
  'field.reason': 'the reason',
  'field.proposedChange': 'the proposed change',
  'field.clause': 'the clause',
  'field.clauses': 'the clauses',
  'field.number': 'the number',
  'field.heading': 'the heading',
  'field.name': 'the name',
  'field.displayName': 'the name',
  'field.email': 'the e-mail address',
  'field.deadline': 'the deadline',
  'field.startsAt': 'the start',
  'field.endsAt': 'the end',
  'field.receivedAt': 'the time of receipt',
  'field.joined': 'the date of joining',
  'field.response': 'the response',
  'field.disposition': 'the disposition',
  'field.theme': 'the theme',
  'field.reservation': 'the reservation',
  'field.position': 'the answer',
  'field.type': 'the type',
  'field.choice': 'the ballot',
  'field.year': 'the year',
  'field.goalNumber': 'the goal number',
  'field.joinUrl': 'the join link',
  'field.quorum': 'the quorum',
  'field.size': 'the size of the file',
  'field.jointWith': 'joint with',
  'refusal.invalidInput': 'It could not be saved: {detail}. Correct it and try again.',
  'refusal.notSignedIn': 'You are not signed in. Open the app in Teams.',
  'refusal.tooManyRequests':
    'Too many requests came in a short time. Nothing was changed. Try again in {seconds} s.',
  'refusal.notRegistered':
    'You are not registered with a member of the partnership. Write to the secretariat, who can register you.',
  'refusal.secretariatOrChair': 'Only the secretariat or the chair can do this.',
  'refusal.chairOnly': 'Only the chair can do this.',
  'refusal.notYourOrganisation': 'That belongs to another organisation than yours.',
  'refusal.unknownAct': 'There is no such act.',
  'refusal.unknownView': 'There is no such page.',
  'refusal.notFound': 'What you are looking for does not exist, or you have no access to it.',
  'refusal.alreadyExists': 'It already exists: {what}.',
  'refusal.keyUsed':
    'This request has already been used for something else. Nothing was done now. Reload and try again.',
  'refusal.accountLinked': 'The person already has an account in the team. Only one can be linked.',
  'refusal.deadlinePassed': 'The deadline must be in the future.',
  'refusal.answerSubmitted':
    'The answer of {organisation} was submitted {submittedAt}. The contact can change it until the deadline.',
  'refusal.answerSubmitted.left':
    'The comment was submitted with an answer of {organisation}. Only the contact can correct or withdraw it.',
  'refusal.notYourOrganisation.written':
    'It was written for another organisation than the one you belong to now. Nothing was saved. Open the hearing again and write it there if it is your present organisation’s.',
  'refusal.versionElsewhere': 'The version belongs to another revision.',
  'refusal.gateNotMet': 'This cannot happen yet. Something is missing.',
  'refusal.reasonNeeded': 'This needs a reason, which is logged.',
  'refusal.sessionClosed': 'The meeting is not in session. The secretariat or the chair opens it.',
  'refusal.voteClosed.statement':
    'The vote closed {closedAt}. The minority statement was not saved. The vote against counts as it stood.',
  'refusal.voteClosed': 'The vote closed {closedAt}. Your ballot was not counted.',
  'refusal.voteClosed.ahead': 'The vote closed {closedAt}.',
  'refusal.unexpected':
    'Something went wrong on our side. Nothing was changed. Quote the number {requestId} if you write to the secretariat.',
  'refusal.unavailable':
    'The app cannot answer right now. This attempt has changed nothing. Try again in a moment. Quote the number {requestId} if you write to the secretariat.',
  'refusal.outcomeUnknown':
    'The line broke while this was being saved, and we do not know yet whether it was. Look before you do it again. Quote the number {requestId} if you write to the secretariat.',
  'finding.versionMissing': 'There is no version of the proposal to hear about.',
  'finding.hearingStillOpen': 'A hearing is still open.',
  'finding.commentsUnanswered': 'Unanswered comments: {count}. Every comment must be answered.',
  'finding.rulesUnconfirmed': 'The rules of procedure have not been confirmed by the secretariat.',
  'finding.representativeLeft': 'The representative of {organisations} is no longer with us and cannot vote.',
};
