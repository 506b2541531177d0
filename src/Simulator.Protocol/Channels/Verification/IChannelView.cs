using Simulator.Protocol.Ethereum;
using Simulator.Protocol.X402;

namespace Simulator.Protocol.Channels;

/// <summary>What a facilitator reads about a channel. A read that fails is null.</summary>
public interface IChannelView
{
    ChannelState? State(Hash32 channelId);

    UInt256? BalanceOf(Address token, Address owner);

    UInt256? Allowance(Address token, Address owner, Address spender);

    /// <summary>EIP-1271, for payers that are contracts and sign their own vouchers; false for anything without code.</summary>
    bool IsValidContractSignature(Address account, Hash32 digest, byte[] signature);

    SimulationResult Simulate(ContractCall call);
}
