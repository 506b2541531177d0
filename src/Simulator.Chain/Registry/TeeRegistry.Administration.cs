using Simulator.Chain.Execution;
using Simulator.Protocol.Ethereum;

namespace Simulator.Chain.Registry;

/// <summary>What the admin decides: root, types, measurements, the age of heartbeats.</summary>
public sealed partial class TeeRegistry
{
    private Revert? SetRootCertificate(byte[] certificate)
    {
        rootCertificate.Value = certificate;
        Emit(new AwsCertificateUpdated(Keccak256.Hash(certificate)));
        return null;
    }

    private Revert? AddType(AddTeeTypeCall call)
    {
        if (IsValidTeeType(call.TypeId))
        {
            return new Revert(RegistryErrors.TeeTypeExists);
        }

        types[call.TypeId] = call.Name;
        Emit(new TeeTypeAdded(call.TypeId, call.Name));
        return null;
    }

    private Revert? Approve(in BlockContext block, ApprovePcrCall call)
    {
        if (!IsValidTeeType(call.TeeType))
        {
            return new Revert(RegistryErrors.InvalidTeeType);
        }

        Hash32 pcrHash = call.Measurements.Hash();
        approvals.Approve(call.TeeType, pcrHash, block.UnixTime, call.Version);
        Emit(new PcrApproved(pcrHash, call.TeeType, call.Version));
        return null;
    }

    private Revert? Revoke(RevokePcrCall call)
    {
        if (!approvals.IsApproved(call.TeeType, call.PcrHash))
        {
            return new Revert(RegistryErrors.PcrNotApproved);
        }

        if (!flaws.HasFlag(ContractFlaws.RevocationIgnored))
        {
            approvals.Revoke(call.TeeType, call.PcrHash);
            DisableAll(call);
        }

        Emit(new PcrRevoked(call.PcrHash, call.TeeType));
        return null;
    }

    // Backwards, because disabling moves the last enclave of the list into the hole.
    private void DisableAll(RevokePcrCall call)
    {
        foreach (Hash32 id in records.Enabled.Reverse())
        {
            if (records.Find(id) is { } tee && tee.TeeType == call.TeeType && tee.PcrHash == call.PcrHash)
            {
                records.Disable(id);
                Emit(new TeeDisabled(id));
            }
        }
    }

    private Revert? SetMaxAge(UInt256 seconds)
    {
        heartbeatMaxAge.Value = seconds;
        return null;
    }
}
