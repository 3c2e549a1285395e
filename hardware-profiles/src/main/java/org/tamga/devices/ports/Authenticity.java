package org.tamga.devices.ports;

/** What passive authentication says of a chip's data (ICAO 9303 part 11, clause 5.1). */
public sealed interface Authenticity {
    /**
     * Every data group that was read is as it was signed, by a signer on the trust list.
     *
     * @param signer distinguished name of the document signer
     */
    record Genuine(String signer) implements Authenticity {}

    /**
     * The data are as they were signed, but it is not proven that they are a genuine document's.
     *
     * @param reason one English line
     */
    record Untrusted(Doubt doubt, String reason) implements Authenticity {}

    /** What a genuine document lacks. */
    enum Doubt {
        /** This terminal trusts no authority at all. */
        NO_TRUST_LIST,
        /** The chip does not hold its signer's certificate. */
        SIGNER_MISSING,
        /** The signer's certificate has run out, is not valid yet, or is not for documents. */
        SIGNER_NOT_VALID,
        /** No authority that is trusted here issued the signer's certificate. */
        SIGNER_UNKNOWN,
        /** Another state's authority vouches for it than the state that it names. */
        OTHER_STATE,
        /** It holds a key that would prove that it is no copy, and does not use it. */
        COPY_POSSIBLE
    }

    /** A digest or the signature is wrong. */
    record Altered(String reason) implements Authenticity {}
}
