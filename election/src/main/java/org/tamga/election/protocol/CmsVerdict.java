package org.tamga.election.protocol;

import java.util.List;
import org.tamga.election.definition.Official;

/** What a check of CMS signatures found. */
public sealed interface CmsVerdict {
    /** All signatures are good; the signers in the order of the file. */
    record Valid(List<Official> signers) implements CmsVerdict {
        public Valid {
            signers = List.copyOf(signers);
        }
    }

    record Invalid(CmsFault fault, String detail) implements CmsVerdict {}
}
