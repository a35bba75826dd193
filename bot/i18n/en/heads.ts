/** The heads over the trail: at the public address, on results, in the tab. */
export const heads = {
  'heads.title': 'Heads over the trail',
  'heads.what': 'What a head is',
  'heads.what.text':
    'Everything that happens in a case stands in its trail, where each event is chained to the one before. A head covers the end of every trail at one moment, and is signed. It is laid at fixed intervals, also when nothing happened, and when a vote or a hearing ends. It says nothing of what the trails hold. Whoever has kept a head can see later whether what it covered was changed.',
  'heads.latest': 'The newest head',
  'heads.latest.text': 'No. {n}, laid {at}, with this hash:',
  'heads.none': 'No head has been laid yet.',
  'heads.keys': 'Keys',
  'heads.key': 'Signs since {from}: fingerprint and public key.',
  'heads.key.past': 'Signed from {from} to {until}: fingerprint and public key.',
  'heads.how': 'How to check it',
  'heads.how.chain':
    'The chain: hash is SHA-256 of the canonical JSON (RFC 8785) of form (the number 1), n, at, previous, root and introduces. previous is the hash of the head before, and 64 zeros in the first.',
  'heads.how.signature':
    'The signature: signature is Ed25519 over the 32 bytes of hash, and fits the key whose fingerprint (SHA-256 of publicKey) stands in key. The whole list is had as JSON at this address; after=n gives those after no. n.',
  'heads.how.case':
    'The case: whoever may read the trail of a case is given leaf and path. leaf is SHA-256 of salt, a line feed and the canonical JSON of caseId, seq and hash. Each step of path is one side of the next hash: SHA-256 of left, a line feed and right; the last one is root.',
  'card.result.anchor': 'Head',
  'card.result.anchored': 'No. {n}, fingerprint {fingerprint}',
  'card.result.anchorPlain': 'Head no. {n}, fingerprint {fingerprint}: {address}',
  'event.restored':
    'The database was restored from a backup. What happened after {to} may be missing; heads that were given out and are no more: {number}',
  'connection.heads': 'Heads over the trail',
  'connection.heads.vault': 'No. {n} was laid {at}. The key that signs is kept outside the database.',
  'connection.heads.database':
    'No. {n} was laid {at}. The key that signs is kept in the database: whoever may write there can sign too. Those who run the app give it a key by TRAIL_KEY.',
  'connection.heads.none': 'No head has been laid yet.',
} as const;
