using Simulator.Chain.Access;
using Simulator.Chain.Execution;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Registry;

namespace Simulator.Chain.Registry;

/// <summary>What keeps an enclave in service.</summary>
public sealed partial class TeeRegistry
{
    private Revert? CheckKeeper(Address sender, Hash32 id)
    {
        if (records.Find(id) is not { } tee)
        {
            return new Revert(RegistryErrors.TeeNotFound);
        }

        bool isOwner = tee.Owner == sender && Roles.Has(Operator, sender);
        return isOwner || Roles.Has(Roles.Admin, sender) ? null : new Revert(RegistryErrors.NotTeeOwner);
    }

    private Revert? Disable(in CallContext context, Hash32 id)
    {
        if (CheckKeeper(context.Sender, id) is { } refused)
        {
            return refused;
        }

        if (!IsTeeEnabled(id))
        {
            return new Revert(RegistryErrors.TeeNotEnabled);
        }

        records.Disable(id);
        Emit(new TeeDisabled(id));
        return null;
    }

    private Revert? Enable(in CallContext context, Hash32 id)
    {
        if (CheckKeeper(context.Sender, id) is { } refused)
        {
            return refused;
        }

        if (IsTeeEnabled(id))
        {
            return null;
        }

        TeeRecords.TeeIdentity tee = records.Find(id)!;
        if (!approvals.IsApproved(tee.TeeType, tee.PcrHash))
        {
            return new Revert(RegistryErrors.PcrNotApproved);
        }

        records.Enable(id);
        Emit(new TeeEnabled(id));
        return null;
    }

    // The block's time counts, not the signed one: whoever holds a signed heartbeat can use it until it is too old.
    private Revert? Beat(in BlockContext block, HeartbeatCall call)
    {
        if (records.Find(call.TeeId) is not { } tee)
        {
            return new Revert(RegistryErrors.TeeNotFound);
        }

        if (!IsTeeEnabled(call.TeeId))
        {
            return new Revert(RegistryErrors.TeeNotEnabled);
        }

        UInt256 now = block.UnixTime;
        if (call.Timestamp > now)
        {
            return new Revert(RegistryErrors.HeartbeatTimestampInFuture);
        }

        if (now - call.Timestamp > HeartbeatMaxAge)
        {
            return new Revert(RegistryErrors.HeartbeatTimestampTooOld);
        }

        if (!precompile.VerifyRsaPss(tee.PublicKey, HeartbeatHash(call.TeeId, call.Timestamp), call.Signature))
        {
            return new Revert(RegistryErrors.HeartbeatSignatureInvalid);
        }

        records.Beat(call.TeeId, block.UnixTime);
        Emit(new HeartbeatReceived(call.TeeId, call.Timestamp));
        return null;
    }
}
