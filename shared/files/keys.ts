interface Stored {
  organisationId: string;
  id: string;
}

/** Names in the storage are ours, and follow from the record: what is to be deleted is known without it. */
export const bytesKey = ({ organisationId, id }: Stored): string => `${organisationId}/${id}/original`;
export const thumbnailKey = ({ organisationId, id }: Stored): string => `${organisationId}/${id}/thumbnail`;
