using Simulator.Actors.Network;
using Simulator.Protocol.Channels;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.X402;

namespace Simulator.Actors.Users.Purses;

/// <summary>A payer's view of its channel with one node: one request at a time, the others wait.</summary>
internal sealed class Channel(ChannelConfig config, Hash32 id, KnownNode node, PaymentRequirements accepted, UInt128 price)
{
    public ChannelConfig Config => config;

    public Hash32 Id => id;

    public KnownNode Node => node;

    public PaymentRequirements Accepted => accepted;

    public UInt128 Price => price;

    /// <summary>What the node has charged, as far as the payer knows.</summary>
    public UInt128 Charged { get; set; }

    /// <summary>The highest voucher ever signed: the most that can be claimed.</summary>
    public UInt128 Signed { get; set; }

    /// <summary>Deposits that have been taken.</summary>
    public UInt128 Deposited { get; set; }

    /// <summary>A deposit that goes along with the request under way.</summary>
    public UInt128 Depositing { get; set; }

    /// <summary>A deposit was signed, whether or not it was heard of again.</summary>
    public bool MayHold { get; set; }

    /// <summary>Number of the request under way; 0 when there is none.</summary>
    public int Busy { get; set; }

    /// <summary>A correction of the server has been followed for the request under way.</summary>
    public bool IsCorrected { get; set; }

    /// <summary>Requests that wait for the channel.</summary>
    public Queue<int> Waiting { get; } = new();

    /// <summary>How often the node was asked to give the rest back.</summary>
    public int RefundsAsked { get; set; }

    /// <summary>The rest of the deposit is back.</summary>
    public bool IsRefunded { get; set; }
}
