using Simulator.Protocol.Ethereum;

namespace Simulator.Protocol.Permit2;

/// <summary>What the payer binds besides the token transfer itself.</summary>
/// <param name="To">The only recipient.</param>
/// <param name="Facilitator">upto: the only account that may settle. Null for exact, which anybody may settle.</param>
/// <param name="ValidAfter">Unix seconds from which the payment may be taken.</param>
public sealed record Permit2Witness(Address To, Address? Facilitator, UInt256 ValidAfter);
