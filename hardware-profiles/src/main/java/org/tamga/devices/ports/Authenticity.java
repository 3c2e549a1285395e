package org.tamga.devices.ports;

/** What passive authentication says of a chip's data (ICAO 9303 part 11, clause 5.1). */
public sealed interface Authenticity {
    /**
     * Every data group that was read is as it was signed, by a signer on the trust list.
     *
     * @param signer distinguished name of the document signer
     */
    record Genuine(String signer) implements Authenticity {}

    /** The data are as they were signed, but nobody on the trust list vouches for the signer. */
    record Untrusted(String reason) implements Authenticity {}

    /** A digest or the signature is wrong. */
    record Altered(String reason) implements Authenticity {}
}
