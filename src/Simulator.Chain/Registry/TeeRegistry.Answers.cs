using Simulator.Chain.Execution;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Registry;

namespace Simulator.Chain.Registry;

/// <summary>The views as clients read them: ABI-encoded, at the block they are asked of.</summary>
public sealed partial class TeeRegistry
{
    public override byte[]? Answer(in BlockContext block, ContractCall call)
    {
        ulong now = block.UnixTime;
        return call switch
        {
            GetActiveTeesCall c => RegistryEntry.EncodeList(
                ActiveTees(now).Where(tee => tee.TeeType == c.TeeType).Select(Entry)),
            GetEnabledTeesCall c => new AbiWriter().List([.. EnabledOf(c.TeeType)]).ToArray(),
            GetTeeCall c => Find(c.TeeId) is { } tee ? Entry(tee).Encode() : null,
            IsTeeActiveCall c => new AbiWriter().Boolean(IsTeeActive(c.TeeId, now)).ToArray(),
            IsTeeEnabledCall c => new AbiWriter().Boolean(IsTeeEnabled(c.TeeId)).ToArray(),
            _ => null,
        };
    }

    private static RegistryEntry Entry(TeeInfo tee) => new(
        tee.Owner,
        tee.PaymentAddress,
        tee.Endpoint,
        tee.PublicKey,
        tee.TlsCertificate,
        tee.PcrHash,
        tee.TeeType,
        tee.Enabled,
        tee.RegisteredAt,
        tee.LastHeartbeatAt,
        tee.Ohttp?.Terms ?? RegistryEntry.NoOhttp,
        tee.Ohttp?.RegisteredAt ?? 0);

    private IEnumerable<AbiWriter> EnabledOf(byte type) =>
        EnabledTees.Where(id => records.Find(id)!.TeeType == type).Select(id => new AbiWriter().Word(id));
}
