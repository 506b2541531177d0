using Simulator.Primitives;

namespace Simulator.Actors.Network;

/// <summary>Every purpose for which an actor of the network draws. One name per decision; names never change meaning.</summary>
internal static class Draws
{
    public static readonly DrawPurpose InterArrival = new("inter-arrival");
    public static readonly DrawPurpose ChosenNode = new("chosen-node");
    public static readonly DrawPurpose ExploredNode = new("explored-node");
    public static readonly DrawPurpose Question = new("question");
    public static readonly DrawPurpose UserFraud = new("user-fraud");
    public static readonly DrawPurpose PaymentLag = new("payment-lag");
    public static readonly DrawPurpose JunkKind = new("junk-kind");
    public static readonly DrawPurpose PermitNonce = new("permit-nonce");
    public static readonly DrawPurpose OfferedFacilitator = new("offered-facilitator");
    public static readonly DrawPurpose FacilitatorFraud = new("facilitator-fraud");
    public static readonly DrawPurpose Overcharge = new("overcharge");
    public static readonly DrawPurpose SessionId = new("session-id");
    public static readonly DrawPurpose SettlementJob = new("settlement-job");
    public static readonly DrawPurpose EvidenceJob = new("evidence-job");
    public static readonly DrawPurpose Reorganisation = new("reorganisation");
    public static readonly DrawPurpose ReorganisationDepth = new("reorganisation-depth");
    public static readonly DrawPurpose ReturnedDelay = new("returned-delay");
    public static readonly DrawPurpose ReturnedRank = new("returned-rank");
    public static readonly DrawPurpose StorageMisbehaviour = new("storage-misbehaviour");
    public static readonly DrawPurpose LostBlob = new("lost-blob");
    public static readonly DrawPurpose RefusedSignUp = new("refused-sign-up");
    public static readonly DrawPurpose ApiKey = new("api-key");
    public static readonly DrawPurpose AttestationNonce = new("attestation-nonce");
    public static readonly DrawPurpose Audit = new("audit");
    public static readonly DrawPurpose VerifierFraud = new("verifier-fraud");
    public static readonly DrawPurpose Strategy = new("strategy");
    public static readonly DrawPurpose PlantedTest = new("planted-test");
    public static readonly DrawPurpose NodeFraud = new("node-fraud");
    public static readonly DrawPurpose InventedAnswer = new("invented-answer");
}
