using Simulator.Kernel;
using Simulator.Protocol.Channels;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.X402;

namespace Simulator.Actors.Facilitators.Channels;

/// <summary>A channel payment under verification, with the chain's answers as they come in.</summary>
internal sealed class ChannelCase(FacilitatorRequest request, ChannelPayload payload, ActorRef client, ulong call)
    : IChannelView
{
    public FacilitatorRequest Request => request;

    public ChannelPayload Payload => payload;

    public ActorRef Client => client;

    /// <summary>The client's number.</summary>
    public ulong Call => call;

    public TimerId Timeout { get; set; }

    public ChannelState? Known { get; set; }

    public UInt256 Held { get; set; }

    public UInt256 Allowed { get; set; }

    /// <summary>What simulating the deposit said.</summary>
    public SimulationResult Simulated { get; set; } = SimulationResult.Passed;

    public ChannelState? State(Hash32 channelId) => Known;

    public UInt256? BalanceOf(Address token, Address owner) => Held;

    public UInt256? Allowance(Address token, Address owner, Address spender) => Allowed;

    // No payer of this network is a contract.
    public bool IsValidContractSignature(Address account, Hash32 digest, byte[] signature) => false;

    public SimulationResult Simulate(ContractCall call) => Simulated;
}
