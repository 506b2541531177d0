using Simulator.Protocol.Ethereum;
using Simulator.Protocol.X402;

namespace Simulator.Actors.Facilitators;

/// <summary>How the end of a settlement's transaction is told.</summary>
/// <param name="Failed">It was not mined; the text says why.</param>
/// <param name="Concluded">It was mined, under this hash, and succeeded or reverted.</param>
internal sealed record BroadcastAnswers(Func<string, SettleResponse> Failed, Func<Hash32, bool, SettleResponse> Concluded);
