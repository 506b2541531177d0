using Simulator.Protocol.Ethereum;
using Simulator.Protocol.X402;

namespace Simulator.Protocol.Channels;

/// <summary>What a server knows of one channel. Immutable; <see cref="ChannelAccounts"/> keeps the newest.</summary>
/// <param name="Config">The channel's terms.</param>
/// <param name="ChannelId">Their hash.</param>
/// <param name="ChargedCumulative">All it has charged so far; what the next voucher builds on.</param>
/// <param name="Signed">The newest voucher; null before the first.</param>
/// <param name="State">The chain's view when last asked.</param>
/// <param name="SyncedAtMilliseconds">When that was; null when never.</param>
/// <param name="LastRequestMilliseconds">Unix milliseconds.</param>
public sealed record ChannelAccount(
    ChannelConfig Config,
    Hash32 ChannelId,
    UInt128 ChargedCumulative,
    Voucher? Signed,
    ChannelState State,
    long? SyncedAtMilliseconds,
    long LastRequestMilliseconds)
{
    private const long MillisecondsPerSecond = 1000;
    private const long ShortestTrustSeconds = 30;
    private const long LongestTrustSeconds = 300;

    /// <summary>What the receiver may claim but has not.</summary>
    public UInt128 Claimable => ChargedCumulative - UInt128.Min(ChargedCumulative, State.TotalClaimed);

    /// <summary>Whether the mirrored state is young enough to judge vouchers without asking: a third of the withdraw delay, within [30 s, 300 s].</summary>
    public bool IsFresh(long nowMilliseconds)
    {
        long trust = Math.Clamp((long)Config.WithdrawDelaySeconds / 3, ShortestTrustSeconds, LongestTrustSeconds);
        return SyncedAtMilliseconds is { } synced && nowMilliseconds - synced < trust * MillisecondsPerSecond;
    }

    /// <summary>The members a corrective 402 adds to the requirements' extra, so that the client can catch up.</summary>
    public JsonText CorrectiveExtra()
    {
        JsonTextWriter writer = new();
        writer.Object().Object("channelState");
        State.WriteMembers(writer, ChannelId);
        writer.Number("chargedCumulativeAmount", ChargedCumulative).End();
        if (Signed is not null)
        {
            writer.Object("voucherState")
                .Number("signedMaxClaimable", Signed.MaxClaimableAmount)
                .Text("signature", Signed.Signature)
                .End();
        }

        return JsonText.From(writer.End());
    }
}
