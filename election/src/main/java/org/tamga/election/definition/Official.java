package org.tamga.election.definition;

import org.tamga.election.text.LocalizedText;

/**
 * A member of the commission of a station.
 *
 * @param certificate base64 of the DER X.509 certificate under which the official signs
 */
public record Official(String id, LocalizedText name, OfficialRole role, String certificate) {}
