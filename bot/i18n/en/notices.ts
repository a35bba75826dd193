export const notices = {
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
} as const;
