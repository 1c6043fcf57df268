// Invented sentences with invented people, and with bodies and places that are none. {P} is a person's full name, {L} the
// last part of it, {F} the first; {B} a body, {T} a place, {O} an outlet.

export const GIVEN = {
  usual:
    'Alice Daniel Margaret Thomas Sarah Peter Hannah George Emily Robert Susan Patrick Clare Martin Rachel Kevin Julia Simon Nora Edward'.split(
      ' ',
    ),
  abroad:
    'Amina Chidi Yuki Mateusz Ingrid Farid Priya Kwame Svetlana Rajesh Ngozi Zoltan Leila Mehmet Siobhan Dmitri'.split(
      ' ',
    ),
  unlisted: 'Ovanna Therrick Jessamund Brannoch Velise Dorrith Kelsim Aurrick Marvenna Tolliver'.split(' '),
};
export const LAST =
  'Wetherlow Castrigan Penhollick Drummore Ashgrain Tillotwick Fenmarsh Okonjira Brackenell Halvorstad Rustigan Mellinder Quarrington Sotherby Varnholt Pellisard Dunwithy Kestering Lathbury Morvennick Harper Cole Baker Field'.split(
    ' ',
  );
export const PARTICLES = ['van der', 'de', 'O’', 'al-', 'von', 'Mc'];
export const BODIES =
  'Northwick Council|the Dellmere Institute|Harrowgate Shipping|Pentland Foods Ltd|the River Board|Saint Orrin Hospital|Caldwick Police|the Ministry of Ports|Ostrava Bank|Marlowe & Sons|the Hartfield Foundation|Elmside Primary School|Bellhaven United|the Ashworth Trust'.split(
    '|',
  );
export const PLACES =
  'Northwick|Dellmere|Port Harrow|Castle Street|Lake Ossian|Elm Road|Upper Tarn|Gull Island|Caldwick Bay|Norland'.split(
    '|',
  );
export const OUTLETS = 'the Northwick Courier|Radio Tarn|the Evening Ledger|Dellmere Today|the Harrow Gazette'.split(
  '|',
);

export const SENTENCES = `
{P} was seen on the quay in {T} at about ten.
Neighbours say that {P} has not been home since Friday.
His sister {F} would not talk about the loan.
Her son {F}, 9, was in the car with them.
{P}, the harbour clerk, signed for the parcel.
{P} (34) was taken to {B}.
Dr {P} told {O} that the tests were clean.
Cllr {L} asked {B} for the minutes. Cllr {L} got no reply.
“It was dark,” said {P}, who lives in {T}.
According to {P}, the gate was open.
The money went to {P} and his wife, {F2} {L}.
A teacher named {P} kept the register.
The letter was signed by {P}, head of purchasing at {B}.
Police arrested {P}, 41, of {T}.
Mr {L} and Mrs {L2} met twice in {T}.
{P} smiled and closed the door.
{P}’s daughter goes to {B}.
The body of {P} was found near {T}.
{P} said that {B} had lied. {L} gave no proof.
{P} died in {T} in March. {F} was 17.
“Ask {P},” the driver said.
Three people were hurt: {P}, {P2} and {P3}.
{P} is accused of stealing from {B}.
He married {P} in 2019.
{P}, whose brother works at {B}, declined to comment.
The skipper {P} and the engineer {P2} were on board.
She texted {P} that night.
By {P}, chief reporter
A cleaner at {B}, {P}, found the bag.
{P} retired from {B} last year and moved to {T}.
The patient, {P}, was sent home from {B}.
Sgt {L} opened the file on {P}.
Witness {P} described the van.
{I} {L} wrote the memo to {B}.
The victim was named as {P}.
{P} and {P2} have divorced.
My neighbour {F} saw the boat.
{P} works nights at {B}.
It was {P} who rang {O}.
“{F} was crying,” her mother said.
A spokesman for {B}, {P}, said the road was safe.
Former mayor {P} left {T} on Monday.
{F} “Dot” {L} ran the stall on {T}.
The judge jailed {P} for two years.
Ms {L} denied it. “I was at {B},” {L} said.
Kind regards,\\n{P}
Sitting next to {P} was a man from {B}.
{P} thinks the plan of {B} will fail.
The report thanks {P} for her help.
He was with {P} in {T} when the alarm rang.
`
  .trim()
  .split('\n')
  .map((line) => line.replaceAll('\\n', '\n'));

/** Nobody is named in these. */
export const NOBODY = `
{B} said that the road to {T} was closed.
{O} reported on Monday that {B} had been fined.
In {T}, Christmas Market stalls were packed away early.
The New Year Budget Plan was sent to {B}.
A ship called Morning Star sank off {T}.
Residents of {T} asked {B} for answers.
{B} and {O} declined to comment.
The Freedom of Information Act covers {B}.
According to {B}, the bridge at {T} is safe.
{T} was quiet on Tuesday, {O} wrote.
`
  .trim()
  .split('\n');
