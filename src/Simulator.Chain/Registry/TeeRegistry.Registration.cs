using Simulator.Chain.Execution;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Registry;

namespace Simulator.Chain.Registry;

/// <summary>How an enclave gets on record.</summary>
public sealed partial class TeeRegistry
{
    private Revert? Register(in CallContext context, RegisterTeeCall call)
    {
        if (Roles.Check(Operator, context.Sender) is { } unauthorized)
        {
            return unauthorized;
        }

        if (!IsValidTeeType(call.TeeType))
        {
            return new Revert(RegistryErrors.InvalidTeeType);
        }

        Hash32 id = ComputeTeeId(call.SigningPublicKey);
        if (records.Find(id) is not null)
        {
            return new Revert(RegistryErrors.TeeAlreadyExists);
        }

        Hash32? measured = precompile.VerifyAttestation(
            call.Document,
            call.SigningPublicKey,
            call.TlsCertificate,
            rootCertificate.Value ?? [],
            context.Block.UnixTime);
        if (measured is not { } pcrHash)
        {
            return new Revert(RegistryErrors.AttestationInvalid, Text: RegistryErrors.AttestationFailed);
        }

        return approvals.IsApproved(call.TeeType, pcrHash)
            ? Store(context, id, pcrHash, call)
            : new Revert(RegistryErrors.PcrNotApproved);
    }

    private Revert? Store(in CallContext context, Hash32 id, Hash32 pcrHash, RegisterTeeCall call)
    {
        records.Add(id, new TeeRecords.TeeIdentity(
            context.Sender,
            call.PaymentAddress,
            call.Endpoint,
            call.SigningPublicKey,
            call.TlsCertificate,
            pcrHash,
            call.TeeType,
            context.Block.UnixTime));
        Emit(new TeeRegistered(id, context.Sender, call.TeeType));
        return null;
    }
}
