export const mails = {
  'mail.open': 'Open the case in Teams',
  'mail.why': 'You get this mail because the message could not be delivered to you in Teams.',
} as const;
