using Simulator.Primitives;
using Simulator.Protocol.Ethereum;

namespace Simulator.Actors.Users.Purses;

/// <summary>A server's requirements as a wallet reads them.</summary>
/// <param name="ChainId">Chain of the token.</param>
/// <param name="Asset">The token.</param>
/// <param name="PayTo">Who is paid.</param>
/// <param name="Maximum">At most.</param>
internal readonly record struct PaymentTerms(ulong ChainId, Address Asset, Address PayTo, OpgAmount Maximum);
