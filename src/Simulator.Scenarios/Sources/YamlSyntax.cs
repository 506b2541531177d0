using Simulator.Scenarios.Problems;

namespace Simulator.Scenarios.Sources;

/// <summary>Says in the words of a scenario's author what the YAML scanner met.</summary>
internal static class YamlSyntax
{
    private static readonly (string Sign, Complaint Complaint)[] Known =
    [
        ("unexpected end of stream", new("a quote or bracket is never closed", "its other half", "close it")),
        ("quoted scalar", new("a quoted text is not closed", "the same quote at its end", "close the quote")),
        ("flow sequence", new("a list in brackets is broken", "',' between items and ']' at the end", "check commas and brackets")),
        ("flow mapping", new("a mapping in braces is broken", "',' between keys and '}' at the end", "check commas and braces")),
        ("mapping values are not allowed", new("a second ':' in one line", "one key and one value", "put the value in quotes")),
        ("simple key", new("a line without ':'", "'key: value'", "add the colon and a space after it")),
        ("did not find expected key", new("the indentation is broken", "keys of one mapping in one column", "line them up")),
        ("block sequence", new("the indentation of a list is broken", "every '-' of one list in one column", "line them up")),
        ("block mapping", new("the indentation is broken", "keys of one mapping in one column", "line them up")),
        ("start any token", new("a character that YAML reserves", "a plain value", "put the value in quotes")),
        ("anchor", new("a broken anchor or alias", "a value", "put values that begin with '&' or '*' in quotes")),
        ("alias", new("a broken anchor or alias", "a value", "put values that begin with '&' or '*' in quotes")),
        ("tag", new("a broken tag", "a value", "put values that begin with '!' in quotes")),
        ("directive", new("a YAML directive", "a scenario", "remove the line that begins with '%'")),
        ("escape", new("an unknown escape in a quoted text", "\\\\, \\\", \\n or \\uXXXX", "use single quotes")),
    ];

    public static Complaint Explain(string message)
    {
        foreach ((string sign, Complaint complaint) in Known)
        {
            if (message.Contains(sign, StringComparison.OrdinalIgnoreCase))
            {
                return complaint;
            }
        }

        return new("this is not YAML", "'key: value' lines, indented by spaces", "check quotes, brackets and indentation");
    }
}
