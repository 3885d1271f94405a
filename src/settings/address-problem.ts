/** The address of the database can't be used; the message says why and what to do. */
export class AddressProblem extends Error {
  override name = 'AddressProblem';
}
