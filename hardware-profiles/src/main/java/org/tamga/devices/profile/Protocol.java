package org.tamga.devices.profile;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What is spoken over a serial line or a character device. */
public enum Protocol {
    /** Packets of the ZFM-20/R30x family. */
    @JsonProperty("zfm")
    ZFM,
    /** Packets of Suprema's SFM modules. */
    @JsonProperty("sfm")
    SFM,
    /** Each scan as lines of text. */
    @JsonProperty("lines")
    LINES,
    @JsonProperty("escpos")
    ESCPOS
}
