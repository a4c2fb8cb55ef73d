/** Captions for the pictures of that book. */
export const HORSE_CAPTIONS: readonly string[] = [
  'A grey mare at the edge of a frozen paddock.',
  'Foal, eleven days old, asleep in the straw.',
  'Two geldings grooming each other\'s withers.',
  'The long walk down to the river ford.',
  'A plough team resting at noon.',
  'Hoof of a working horse before trimming.',
  'The same hoof after trimming.',
  'Halter knots used at the upland farm.',
  'Bay stallion, three years old, in winter coat.',
  'The herd at the salt stone, late October.',
  'A child leading a pony past the mill.',
  'Ears forward: the horse has heard the gate.',
  'Harness pegs in the old stable.',
  'Tracks of a trot in fresh snow.',
]
