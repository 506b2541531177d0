using Simulator.Protocol.Ethereum;

namespace Simulator.Protocol.Settlement;

/// <summary>What the individual form adds, in the form it will be published.</summary>
/// <param name="InputJson">The request, as JavaScript would write it after reading it.</param>
/// <param name="OutputJson">The answer, likewise.</param>
/// <param name="EthAddress">Who paid, as the gateway understood it; for Permit2 payments that is the spender.</param>
public sealed record IndividualSettlementData(string InputJson, string OutputJson, Address EthAddress);
