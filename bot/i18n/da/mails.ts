export const mails = {
  'mail.open': 'Åbn sagen i Teams',
  'mail.why': 'Du får denne mail, fordi beskeden ikke kunne leveres til dig i Teams.',
} as const;
