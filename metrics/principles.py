"""The seven corporate parenting principles, in the words of the Act, and short names for them."""

ACT = "Children and Social Work Act 2017, section 1(1)"
DUTY = "A council must have regard to the need to do this. The figures are evidence for a conversation, not a test of the law."

ALL = "all"  # the evidence map: what each of the seven rests on

TITLES: dict[str, str] = {
    "context": "Our children: numbers to know first",
    "1": "Health and wellbeing",
    "2": "Speaking up",
    "3": "Being heard",
    "4": "Getting help from services",
    "5": "High hopes, best outcomes",
    "6": "Safe, stable lives",
    "7": "Ready for adult life",
    ALL: "All seven: what each rests on",
}

WORDS: dict[str, str] = {
    "1": "to act in the best interests, and promote the physical and mental health and well-being, of those "
    "children and young people",
    "2": "to encourage those children and young people to express their views, wishes and feelings",
    "3": "to take into account the views, wishes and feelings of those children and young people",
    "4": "to help those children and young people gain access to, and make the best use of, services provided by the local "
    "authority and its relevant partners",
    "5": "to promote high aspirations, and seek to secure the best outcomes, for those children and young people",
    "6": "for those children and young people to be safe, and for stability in their home lives, relationships and "
    "education or work",
    "7": "to prepare those children and young people for adulthood and independent living",
}  # fmt: skip
