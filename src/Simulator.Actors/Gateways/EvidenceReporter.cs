using System.Security.Cryptography;
using System.Text;
using Simulator.Actors.Enclaves;
using Simulator.Actors.Facilitators.Evidence.Http;
using Simulator.Actors.Gateways.Tills;
using Simulator.Actors.Network;
using Simulator.Kernel;
using Simulator.Protocol;
using Simulator.Protocol.Responses;
using Simulator.Protocol.Settlement;

namespace Simulator.Actors.Gateways;

/// <summary>Reports the hashes of answers to the facilitator, as the service's background thread does.</summary>
/// <remarks>
/// Sends <see cref="PostSettleData"/> and waits for nothing. Fallbacks for answers without proof, and the spender that
/// stands for the payer: protocol-facts §4.8.
/// </remarks>
internal sealed class EvidenceReporter(UnixClock clock)
{
    private ulong calls;

    public void Report(
        HeldRequest request, Admission admission, InferenceComputed answer, IActorContext context)
    {
        if (admission.Facilitator.Evidence is not { } desk)
        {
            return;
        }

        bool read = AnswerBody.TryRead(answer.Body, out AnswerBody? response, out _);
        SettlementType type = SettlementTypes.AtGateway(request.SettlementType);
        if (type == SettlementType.Individual && !read)
        {
            type = SettlementType.Private;
        }

        string? data = type == SettlementType.Private ? null
            : !read ? WithoutProof(request, answer, clock.At(context.Now)).Header()
            : type == SettlementType.Batch ? Of(response!.Proof, null).Header()
            : Of(response!.Proof, Individual(request, admission, answer)).Header();
        context.Tell(
            desk, new PostSettleData(++calls, request.Id.User, request.Id.Number, type.HeaderText(), data));
    }

    private static SettlementData Of(SignedResponse proof, IndividualSettlementData? individual) => new(
        proof.TeeId,
        proof.RequestHash.ToString(),
        proof.OutputHash.ToString(),
        proof.SignatureText,
        (ulong)proof.Timestamp,
        individual);

    private static IndividualSettlementData Individual(
        HeldRequest request, Admission admission, InferenceComputed answer) => new(
        Encoding.UTF8.GetString(request.Body),
        Encoding.UTF8.GetString(answer.Body),
        admission.Spender);

    private static SettlementData WithoutProof(HeldRequest request, InferenceComputed answer, long now) => new(
        SettlementData.PlaceholderTeeId,
        Hex.Encode(SHA256.HashData(request.Body)),
        Hex.Encode(SHA256.HashData(answer.Body)),
        SettlementData.PlaceholderSignature,
        (ulong)now,
        null);
}
