using Simulator.Protocol.X402;

namespace Simulator.Protocol.Channels;

/// <summary>What a server makes of a channel payment before its handler runs. A closed family.</summary>
public abstract record ChannelAdmission
{
    private ChannelAdmission()
    {
    }

    /// <summary>The channel is reserved for this request.</summary>
    /// <param name="Account">As it was before the request.</param>
    /// <param name="AskFacilitator">False when the mirrored state was fresh enough to decide.</param>
    public sealed record Granted(ChannelAccount Account, bool AskFacilitator) : ChannelAdmission;

    /// <summary>Answer 402 with this error.</summary>
    /// <param name="Error">The first broken rule.</param>
    /// <param name="Corrective">For a wrong cumulative amount: what the client should build on.</param>
    public sealed record Refused(PaymentError Error, ChannelAccount? Corrective = null) : ChannelAdmission;
}
