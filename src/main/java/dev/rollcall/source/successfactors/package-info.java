/** SAP SuccessFactors' OData v2 API of people. */
@NamedInterface("successfactors")
@NullMarked
package dev.rollcall.source.successfactors;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
