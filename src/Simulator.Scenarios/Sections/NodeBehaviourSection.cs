using Simulator.Scenarios.Schema;
using Simulator.Scenarios.Settings;

namespace Simulator.Scenarios.Sections;

/// <summary><c>nodes.NAME.behaviour:</c></summary>
internal static class NodeBehaviourSection
{
    private static readonly ChoiceShape<NodeRegistration> Registrations = new(
        ("honest", NodeRegistration.Honest, "the papers as they are"),
        ("imported_key", NodeRegistration.ImportedKey, "a signing key made outside the enclave"),
        ("copied_identity", NodeRegistration.CopiedIdentity, "key, document and certificate of another enclave"),
        ("stale_document", NodeRegistration.StaleDocument, "a document of more than 300 s ago"),
        ("replayed_document", NodeRegistration.ReplayedDocument, "another enclave's document with a key of its own"),
        ("forged_chain", NodeRegistration.ForgedChain, "a document issued under a root of the operator's"),
        ("wrong_measurement", NodeRegistration.WrongMeasurement, "a build that nobody approved"),
        ("swapped_certificate", NodeRegistration.SwappedCertificate, "a TLS certificate that the document does not bind"),
        ("edited_address", NodeRegistration.EditedAddress,
            "papers in order, and another host's address in the backend's list"));

    private static readonly Key<NodeRegistration> Registration = new("registration", Registrations)
    {
        Documentation = "How the operator gets the group's enclaves on the registry; needs chains.inference.",
        Default = "honest",
        Convention = "an attack is always stated",
        Example = "forged_chain",
    };

    public static readonly Section<NodeBehaviour> Shape = new(
        "a behaviour of nodes",
        [Registration],
        values => new NodeBehaviour { Registration = values.Get(Registration) });
}
