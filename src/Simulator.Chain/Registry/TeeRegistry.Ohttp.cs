using Simulator.Chain.Execution;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Registry;

namespace Simulator.Chain.Registry;

/// <summary>The keys that private requests are sealed to.</summary>
public sealed partial class TeeRegistry
{
    private Revert? SetOhttp(in BlockContext block, SetOhttpConfigCall call)
    {
        if (records.Find(call.TeeId) is not { } tee)
        {
            return new Revert(RegistryErrors.TeeNotFound);
        }

        if (!call.Config.IsWellFormed)
        {
            return new Revert(RegistryErrors.OhttpConfigInvalid);
        }

        if (!precompile.VerifyRsaPss(tee.PublicKey, call.Config.SigningHash(call.TeeId), call.Signature))
        {
            return new Revert(RegistryErrors.OhttpConfigSignatureInvalid);
        }

        ulong registeredAt = ohttpConfigs[call.TeeId]?.RegisteredAt ?? block.UnixTime;
        ohttpConfigs[call.TeeId] = new OhttpConfig(call.Config, registeredAt, block.UnixTime);
        Emit(new OhttpConfigUpdated(call.TeeId, call.Config.KeyId));
        return null;
    }

    private Revert? ClearOhttp(in CallContext context, Hash32 id)
    {
        if (CheckKeeper(context.Sender, id) is { } refused)
        {
            return refused;
        }

        if (ohttpConfigs[id] is null)
        {
            return new Revert(RegistryErrors.OhttpConfigNotFound);
        }

        ohttpConfigs[id] = null;
        Emit(new OhttpConfigCleared(id));
        return null;
    }
}
