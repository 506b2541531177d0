using Simulator.Protocol.Ethereum;

namespace Simulator.Chain.Token;

/// <summary>The signed terms of an EIP-3009 transfer. Valid strictly after and strictly before its two times.</summary>
public sealed record Authorization(
    Address From,
    Address To,
    UInt256 Value,
    UInt256 ValidAfter,
    UInt256 ValidBefore,
    Hash32 Nonce);
