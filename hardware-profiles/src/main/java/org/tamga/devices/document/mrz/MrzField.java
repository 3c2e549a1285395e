package org.tamga.devices.document.mrz;

/** The parts of a zone that can be wrong; screens derive their message key from the name. */
public enum MrzField {
    DOCUMENT_CODE,
    ISSUING_STATE,
    NAME,
    DOCUMENT_NUMBER,
    BIRTH_DATE,
    SEX,
    EXPIRY_DATE,
    NATIONALITY,
    OPTIONAL_DATA,
    /** The last digit of the zone, over number, dates and optional data together. */
    COMPOSITE
}
